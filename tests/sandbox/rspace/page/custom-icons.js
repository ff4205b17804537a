/* RSpace's icon pack has an icon of this name; the drawing here is the sandbox's own. Other icons come from TinyMCE. */
window.tinymce.IconManager.add('custom_icons', {
  icons: {
    clustermarket:
      '<svg width="24" height="24"><path d="M5 5h14v14H5z" fill="none" stroke="#222f3e" stroke-width="2"/><path d="M8 12h8M12 8v8" stroke="#222f3e" stroke-width="2"/></svg>',
  },
});
