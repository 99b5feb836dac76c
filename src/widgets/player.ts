/// Plays: one step after the other, at a pace that may change meanwhile.

export interface PlayerOptions {
  /// Without one, nothing plays.
  readonly window: Window | null;
  /// Milliseconds to the next step.
  readonly pace: () => number;
  /// Does a step; false = it was the last.
  readonly onStep: () => boolean;
}

export class Player {
  private timer: number | undefined;

  constructor(private readonly options: PlayerOptions) {}

  get isPlaying(): boolean {
    return this.timer !== undefined;
  }

  start(): void {
    this.stop();
    const { window, pace, onStep } = this.options;
    this.timer = window?.setTimeout(() => {
      // A step by which someone stops the playing is the last, too.
      if (onStep() && this.isPlaying) {
        this.start();
      } else {
        this.stop();
      }
    }, pace());
  }

  stop(): void {
    this.options.window?.clearTimeout(this.timer);
    this.timer = undefined;
  }
}
