import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import { ME } from '../people.ts';

/** What `html` templates of hono give. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame of every RSpace page: head, navigation bar, content, chat bubble, place for toasts. */
export function layout(page: {
  title: string;
  head?: Html;
  content: Html;
  layers?: Html;
  scripts?: Html;
}): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${page.title} | ResearchSpace</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <link rel="stylesheet" href="/styles/theme.css" />
    <link rel="stylesheet" href="/styles/navigation.css" />
    <link rel="stylesheet" href="/styles/document.css" />
    <link rel="stylesheet" href="/styles/overlays.css" />
    ${page.head ?? ''}
  </head>
  <body>
    <div id="page">
      ${navigation()}
      <div id="content">
        <div id="main">${page.content}</div>
      </div>
    </div>
    <div id="toast-message"></div>
    ${chatBubble()}
    ${page.layers ?? ''}
    <script>
      let currentUser = '${raw(ME.userName)}';
    </script>
    <script type="module" src="/scripts/rspace/toast.js"></script>
    ${page.scripts ?? ''}
  </body>
</html>`;
}

function navigation(): Html {
  return html`<header id="rs-navbar">
    <div class="rs-navbar-inner">
      <a class="rs-logo" href="/workspace"><span class="rs-logo-mark" aria-hidden="true"></span>RSpace</a>
      <nav aria-label="RSpace">
        <a class="rs-tab rs-tab-active" href="/workspace">Workspace</a>
        <a class="rs-tab" href="/workspace#gallery">Gallery</a>
        <a class="rs-tab" href="/workspace#inventory">Inventory</a>
        <a class="rs-tab" href="/workspace#my-rspace">My RSpace</a>
      </nav>
      <span class="rs-user">${ME.fullName}</span>
    </div>
  </header>`;
}

function chatBubble(): Html {
  return html`<button id="chat-bubble" type="button" title="Ask the RSpace team">
    <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <path fill="currentColor" d="M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" />
    </svg>
    <span class="visually-hidden">Chat</span>
  </button>`;
}
