import * as v from 'valibot';
import { storedItem } from '../../settings/stored-item.ts';

/**
 * The hosts, as patterns, on which the button at the edge of the page is hidden. The panel can be opened all the same:
 * from RSpace's menus, from the popup and by the keyboard.
 */
export const hiddenButtons = storedItem('local:hiddenButtons', v.array(v.string()), []);
