import status from '../../resources/locales/status.json' with { type: 'json' };
import type { Scene } from './scene.ts';

/** The windows that a screen is looked at in, as LOOK.md has them, and the telephone of whoever takes the team along. */
const sizes = ['1280x800', '800x1280', '1920x1080', '1024x768'];
const phone = '390x844-day';
const themes = ['day', 'night'];

/** The languages in which every scene is looked at in every window: how lines run in one script and in the other. */
const inFull = ['en', 'ar'];

/**
 * The scenes that are looked at in the other languages too, lying and standing, by day: each screen that a patient or the
 * team meets every day, as its words may be longer there. Layout, theme and direction are seen in the languages above,
 * and test/e2e/screens.spec.ts measures every screen in every language.
 */
const inEveryLanguage = new Set([
  ...['resting', 'guide-resting', 'kiosk', 'start', 'start-team', 'start-role'],
  ...['welcome', 'welcome-later', 'welcome-unable', 'welcome-answers', 'welcome-child'],
  ...['card', 'card-after-one', 'card-masked', 'card-not-here', 'card-read-aloud', 'not-recorded'],
  ...['together', 'show', 'closing', 'known-large-one', 'recall', 'recall-answer'],
  ...['board-before', 'board-wishes', 'board-session', 'board-person', 'board-relief', 'join'],
  ...['team-underway', 'team-answers', 'team-missing', 'room-questions', 'wall-concerns', 'wall-session'],
  ...['shift-card', 'shift-goodbye', 'shift-next', 'leave', 'leave-page'],
  ...['my-card-who', 'my-card', 'my-card-pin', 'suggestions'],
  ...['manage-sign-in', 'manage-access', 'manage-settings'],
]);
const inOtherLanguages = ['1280x800-day', '800x1280-day'];

export const languages: readonly string[] = Object.keys(status).toSorted(
  (one, other) => Number(inFull.includes(other)) - Number(inFull.includes(one)),
);

/** The windows of a language, as SIZE-THEME. */
export const windowsOf = (language: string): readonly string[] =>
  inFull.includes(language)
    ? [...sizes.flatMap((size) => themes.map((theme) => `${size}-${theme}`)), phone]
    : inOtherLanguages;

/** Whether a scene is looked at in a window of this language. */
export const isSeenIn = (scene: Scene, window: string, language: string): boolean => {
  if (scene.unseen || (window === phone && !scene.phone)) return false;
  if (!inFull.includes(language) && !inEveryLanguage.has(scene.name)) return false;
  return scene.only?.test(`${window}-${language}`) ?? true;
};
