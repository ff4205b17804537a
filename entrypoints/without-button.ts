import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hideEdgeButton } from '../utils/rspace/sites/edge-button.ts';

export default defineUnlistedScript(hideEdgeButton);
