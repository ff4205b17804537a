interface ComboboxOptionProps {
  id: string;
  name: string;
  /** Where the arrow keys are. */
  active: boolean;
  chosen: boolean;
  onChoose: () => void;
}

/** One line of a combobox's list. The focus stays in the text field, also after a press of the mouse. */
export function ComboboxOption({ id, name, active, chosen, onChoose }: ComboboxOptionProps) {
  return (
    <div
      id={id}
      class={`combobox-option ${active ? 'combobox-active' : ''}`}
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.isTrusted) onChoose();
      }}
    >
      {name}
    </div>
  );
}
