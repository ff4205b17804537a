/**
 * RSpace's settings of TinyMCE. One object for all editors of the page, its `menu` shared between them: a script that adds to
 * an editor's menu must copy it first.
 */
window.tinymcesetup = {
  theme: 'silver',
  width: '100%',
  height: '580px',
  menu: {
    file: { title: 'File', items: 'optSave optSaveView | print | undo redo | searchreplace selectall' },
    insert: { title: 'Insert', items: 'anchor charmap nonbreaking insertdatetime hr | link codesample' },
    format: {
      title: 'Format',
      items: 'bold italic underline strikethrough superscript subscript | formats | removeformat',
    },
    table: { title: 'Table', items: 'inserttable tableprops deletetable | cell row column' },
    view: { title: 'View', items: 'visualaid visualblocks visualchars | code preview fullscreen' },
  },
  menubar: 'file insert format table view',
  toolbar: [
    'btnSave | undo redo | bold italic | forecolor backcolor | alignleft aligncenter alignright alignjustify | bullist numlist | styleselect fontsizeselect',
    'table | link codesample | fullscreen',
  ],
  plugins: [
    'commandpalette advlist autolink anchor lists link charmap print preview visualchars nonbreaking',
    'searchreplace visualblocks code insertdatetime codesample hr table paste noneditable fullscreen',
  ],
  table_default_attributes: { width: '300', border: '1', cellpadding: '5' },
  elementpath: false,
  fontsize_formats: '9px 10px 12px 14px 16px 20px 24px 30px 40px 64px',
  relative_urls: false,
  content_css: ['/styles/typoEdit.css'],
  icons: 'custom_icons',
  branding: false,
  smart_paste: false,
  paste_data_images: false,

  setup(editor) {
    const save = (unlock) => () => window.saveStructuredDocument(false, unlock);
    editor.ui.registry.addButton('btnSave', { icon: 'save', tooltip: 'Save', onAction: save(false) });
    editor.ui.registry.addMenuItem('optSave', { icon: 'save', text: 'Save', onAction: save(false) });
    editor.ui.registry.addMenuItem('optSaveView', { text: 'Save & View', onAction: save(true) });

    editor.on('keypress', () => editor.setDirty(true));
    editor.on('init', () => {
      document.dispatchEvent(new CustomEvent('tinymce-iframe-loaded', { detail: `#${editor.id}_ifr` }));
    });
  },
};
