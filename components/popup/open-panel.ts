import type { SiteModel } from './site-model.ts';

/** Opens the panel on the page in front. Opened from the toolbar, the popup has done its work; a tab stays. */
export async function openPanel(site: SiteModel): Promise<void> {
  if ((await site.showPanel()) && !document.documentElement.classList.contains('in-tab')) window.close();
}
