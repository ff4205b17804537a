import type { Context } from 'hono';

/** Doorkeeper's sentences (config/locales/en.yml). */
const SENTENCES: Record<string, string> = {
  invalid_client:
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  invalid_grant:
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  unsupported_grant_type: 'The authorization grant type is not supported by the authorization server.',
  unauthorized_client: 'The client is not authorized to perform this request using this method.',
  invalid_scope: 'The requested scope is invalid, unknown, or malformed.',
  invalid_request:
    'The request is missing a required parameter, includes an unsupported parameter value, or is otherwise malformed.',
  access_denied: 'The resource owner or authorization server denied the request.',
  unsupported_response_type: 'The authorization server does not support this response type.',
};

export const sentenceFor = (error: string): string => SENTENCES[error] ?? SENTENCES.invalid_request ?? error;

/** The header in which Doorkeeper repeats every error. */
export const challenge = (error: string, description: string): string =>
  `Bearer realm="Doorkeeper", error="${error}", error_description="${description}"`;

const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

/** An error of `/oauth/token`: JSON, 401 for the client's authentication and 400 otherwise, and the header. */
export const oauthError = (c: Context, error: string, description = sentenceFor(error)): Response =>
  c.json({ error, error_description: description }, error === 'invalid_client' ? 401 : 400, {
    ...NO_STORE,
    'WWW-Authenticate': challenge(error, description),
  });

/** Translates what the library throws into Doorkeeper's word and sentence. */
export const translateError = (thrown: unknown): { error: string; description: string } => {
  const { name, message } =
    thrown instanceof Error ? thrown : { name: 'server_error', message: String(thrown) };
  const missing = /Missing parameter: `(\w+)`/.exec(message)?.[1];
  // Doorkeeper calls a redirect URI or a verifier that does not fit an invalid grant.
  const grant = name === 'invalid_request' && !missing && /redirect_uri|code_verifier/.test(message);
  const error = grant || missing === 'code_verifier' ? 'invalid_grant' : name;
  if (error === 'invalid_request' && missing)
    return { error, description: `Missing required parameter: ${missing}.` };
  return { error, description: sentenceFor(error) };
};
