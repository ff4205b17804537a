import { html } from 'hono/html';

import type { Html } from './layout.ts';

/** RSpace's login page, which stands for every page once the session is gone. Logging in needs no password here. */
export function loginView(): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Login | ResearchSpace</title>
    <link rel="stylesheet" href="/styles/theme.css" />
  </head>
  <body class="login-page">
    <form method="post" action="/login" id="loginForm">
      <h1>RSpace</h1>
      <p>Please log in to go on.</p>
      <p><label>Username <input name="username" autocomplete="username" value="mwelling" /></label></p>
      <p><label>Password <input name="password" type="password" autocomplete="current-password" /></label></p>
      <p><button class="btn btn-primary" type="submit">Log in</button></p>
    </form>
  </body>
</html>`;
}
