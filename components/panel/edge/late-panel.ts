/** A panel that is there. */
export interface StartedPanel {
  /** Somebody may be about to open it. */
  prepare(): void;
  show(): Promise<void>;
  /** Whether the button is being pressed: what has to be asked for is asked for before the press is over. */
  press(down: boolean): void;
}

/** The panel of a page on which nobody may ever open it: it is made when somebody does, or is about to. */
export function createLatePanel(start: () => Promise<StartedPanel>) {
  let started: Promise<StartedPanel> | null = null;
  const panel = () => {
    started ??= start();
    return started;
  };
  return {
    prepare: () => void panel().then(({ prepare }) => prepare()),
    press(down: boolean): void {
      if (down || started) void panel().then(({ press }) => press(down));
    },
    show: () => void panel().then(({ show }) => show()),
  };
}
