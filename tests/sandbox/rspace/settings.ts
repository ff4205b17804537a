/** A version of RSpace and the TinyMCE that it ships. */
export type RSpaceVersion = { rspace: string; tinymce: TinymceVersion };
export type TinymceVersion = '5.10.9' | '5.1.6';

/** What RSpace says about its own Calira integration. */
export type Integration = { available: boolean; enabled: boolean; oauthConnected: boolean };

/** What tests can switch while the fake RSpace runs. */
export type Switches = {
  version: RSpaceVersion;
  integration: Integration;
  sessionLost: boolean;
  /** Whether this RSpace tells what it knows of a document; older ones answer 404. */
  recordInformation: boolean;
};

/** An RSpace of today whose own Calira integration is not available. */
export function defaultSwitches(): Switches {
  return {
    version: { rspace: '2.26.0', tinymce: '5.10.9' },
    integration: { available: false, enabled: false, oauthConnected: false },
    sessionLost: false,
    recordInformation: true,
  };
}
