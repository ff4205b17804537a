/**
 * Asks RSpace whether its own Calira integration is switched on for this person. It reads and changes nothing; RSpace
 * answers this to its own pages, whose header this is.
 */
export async function ownIntegrationOn(signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch('/integration/integrationInfo?name=CLUSTERMARKET', {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      // Without a session RSpace leads to its login page.
      redirect: 'error',
      signal,
    });
    const info: { data?: { available?: unknown; enabled?: unknown } } | null = await answer.json();
    return info?.data?.available === true && info.data.enabled === true;
  } catch {
    // Nobody is worse off for not being told.
    return false;
  }
}
