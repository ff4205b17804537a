import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { --yellow: #e8fc2e; --ink: #111; --soft: #5d6068; --line: #e3e4e8; --ground: #f5f5f2; color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-padding-bottom: 100px; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; gap: 24px;
  padding: 40px 16px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
header { width: min(100%, 480px); display: flex; justify-content: space-between; align-items: center; }
.wordmark { font-weight: 800; font-size: 18px; letter-spacing: -0.02em; color: inherit; text-decoration: none;
  padding: 4px 10px; border-radius: 6px; background: var(--yellow); }
header form { margin: 0; }
main { width: min(100%, 480px); padding: 32px; background: #fff; border: 1px solid var(--line); border-radius: 14px;
  box-shadow: 0 1px 2px #0000000d, 0 12px 32px #0000000f; }
h1 { margin: 0 0 8px; font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 16px 0 4px; font-size: 12px; font-weight: 600; color: var(--soft); }
h2.organisation { font-size: 14px; color: var(--ink); }
p { margin: 0 0 16px; } .soft { color: var(--soft); font-size: 13px; }
.field { display: block; margin-bottom: 16px; font-weight: 600; font-size: 13px; }
.field input { display: block; width: 100%; margin-top: 6px; padding: 10px 12px; font: inherit; font-weight: 400;
  font-size: 15px; border: 1px solid #b9bcc4; border-radius: 8px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
button, .button { padding: 10px 18px; font: inherit; font-weight: 600; border-radius: 8px; border: 1px solid #b9bcc4;
  background: #fff; color: var(--ink); cursor: pointer; }
button.primary { background: var(--ink); border-color: var(--ink); color: var(--yellow); }
button.plain { border: 0; background: none; padding: 4px; color: var(--soft); font-size: 13px; font-weight: 400;
  text-decoration: underline; }
.wide { width: 100%; } .actions { display: flex; gap: 12px; position: sticky; bottom: 0; margin: 20px -32px -32px;
  padding: 16px 32px 24px; background: #fff; border-top: 1px solid var(--line); border-radius: 0 0 14px 14px; }
.error { padding: 10px 12px; margin-bottom: 16px; border-radius: 8px; background: #fdecea; color: #8c1d18; }
ul { list-style: none; margin: 0; padding: 0; } ul ul { padding-left: 18px; border-left: 2px solid var(--line); }
li.lab { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; padding: 5px 0; }
li.lab label { display: flex; gap: 10px; align-items: baseline; cursor: pointer; }
input[type=checkbox] { width: 16px; height: 16px; accent-color: var(--ink); translate: 0 2px; }
dl { display: grid; grid-template-columns: 8em 1fr; gap: 8px 12px; margin: 16px 0 0; }
dt { color: var(--soft); } dd { margin: 0; }
.badge { padding: 2px 8px; border-radius: 99px; background: var(--yellow); font-size: 13px; font-weight: 600; }
.row { display: flex; justify-content: space-between; align-items: center; gap: 16px; padding: 14px 0;
  border-top: 1px solid var(--line); } .row p { margin: 0; } .row form { margin: 0; }
footer { color: var(--soft); font-size: 12px; }
`;

/** A page of the sandbox's Calira: wordmark, one card, a line that says that it is not the real one. */
export const page = (title: string, content: Html, signedIn = false): Html => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Calira (sandbox)</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>
    <header>
      <a class="wordmark" href="/">Calira (sandbox)</a>
      ${signedIn ? html`<form method="post" action="/users/sign_out"><button class="plain">Sign out</button></form>` : ''}
    </header>
    <main>${content}</main>
    <footer>A stand-in for tests. Nothing here reaches Calira.</footer>
  </body>
</html>`;
