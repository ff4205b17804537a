/* RSpace's slash menu: a TinyMCE plugin that offers the entries of `window.insertActions`, read afresh at every "/". */
// TinyMCE calls plugins with `new`, so this cannot be an arrow function.
function commandPalette(editor) {
  window.insertActions ??= new Map();
  const ownEntries = [
    ['charmap', 'Special character...', 'insert-character', 'mceShowCharmap'],
    ['nonbreaking', 'Nonbreaking space', 'non-breaking', 'mceNonBreaking'],
    ['insertdate', 'Date', 'insert-time', 'mceInsertDate'],
    ['inserttime', 'Time', 'insert-time', 'mceInsertTime'],
    ['hr', 'Horizontal line', 'horizontal-rule', 'InsertHorizontalRule'],
    ['link', 'External link', 'link', 'mceLink'],
    ['codesample', 'Code sample', 'code-sample', 'CodeSample'],
  ];
  for (const [key, text, icon, command] of ownEntries) {
    window.insertActions.set(key, { text, icon, action: () => editor.execCommand(command) });
  }

  /** An entry without a text makes this throw, and with it the whole menu, as in RSpace. */
  const matches = (entry, pattern) => {
    const wanted = pattern.toLowerCase();
    if (entry.type === 'separator' || entry.text.toLowerCase().includes(wanted)) return true;
    return entry.aliases?.some((alias) => alias.toLowerCase().includes(wanted)) ?? false;
  };

  editor.ui.registry.addAutocompleter('insertActions', {
    ch: '/',
    minChars: 0,
    columns: 1,
    fetch(pattern) {
      const entries = [...window.insertActions.values()].filter((entry) => matches(entry, pattern));
      return window.tinymce.util.Promise.resolve(
        entries.map((entry) => ({
          type: entry.type,
          value: entry.text,
          text: entry.text,
          icon: entry.icon,
          meta: entry,
        })),
      );
    },
    onAction(menu, range, _value, entry) {
      editor.selection.setRng(range);
      editor.execCommand('Delete');
      entry.action();
      menu.hide();
    },
  });
  return {};
}

window.tinymce.PluginManager.add('commandpalette', commandPalette);
