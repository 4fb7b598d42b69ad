import 'react';

/** Lets a component give its style sheet a number. */
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: number | undefined;
  }
}
