import type { Permission } from '../../../core/access/permissions.ts';

/**
 * Who a route answers, for every route that there is: `anybody` at the kiosk; whose own `card` is open; whoever is
 * signed in (`somebody`), or whoever is signed in and may do this; and who has the `ticket` that is its address.
 */
type Answers = 'anybody' | 'card' | 'ticket' | 'somebody' | Permission;

const all = (answers: Answers, routes: readonly string[]): [string, Answers][] =>
  routes.map((route) => [route, answers]);

const under = (folder: string, routes: readonly string[]): string[] =>
  routes.map((route) => route.replace(' ', ` ${folder}`));

const importing = [
  ...['POST /begun', 'POST /files', 'POST /photos', 'POST /previewed', 'GET /rows', 'POST /done'],
  ...['POST /left', 'GET /past', 'POST /undone'],
];

/** Every route, as the router has it. What is not here fails the test: somebody has to say who may. */
export const whoMayAsk: ReadonlyMap<string, Answers> = new Map([
  // The files of the screens, and what anybody who stands there sees.
  ...all('anybody', ['GET /', 'GET /wall', 'GET /favicon.ico', 'GET /*']),
  ...all('anybody', ['GET /photos/:name{[0-9a-f]{64}\\.webp}', 'GET /sounds/:name{[0-9a-f]{64}\\.wav}']),
  // Introductions are never locked, nor what goes with them: SAFETY 17.
  ...all(
    'anybody',
    under('/api', [
      ...['GET /view', 'GET /live', 'GET /wall', 'GET /wall/live', 'GET /start', 'GET /people'],
      ...['POST /commands', 'POST /choices', 'POST /visitors', 'POST /badges', 'POST /display'],
      ...['POST /stays', 'POST /stays/wrong', 'POST /suggestions', 'GET /record', 'POST /checkpoints'],
    ]),
  ),
  // The ways in: each counts what is tried, or is closed once somebody manages the kiosk.
  ...all(
    'anybody',
    under('/api', [
      ...['GET /access', 'POST /access/sign-in', 'POST /access/sign-out', 'POST /access/first'],
      ...['POST /access/recovered', 'POST /first-start/site'],
      ...['POST /own-card/openings', 'POST /own-card/closed'],
    ]),
  ),
  ...all(
    'card',
    under('/api/own-card', [
      ...['GET ', 'POST /changes', 'POST /undone', 'POST /pin', 'POST /photos', 'POST /sounds'],
    ]),
  ),
  ...all('somebody', under('/api/access', ['POST /here', 'POST /confirmed'])),
  ...all('access-read', ['GET /api/access/people']),
  ...all(
    'access-grant',
    under('/api/access', [
      ...['POST /granted', 'POST /withdrawn', 'POST /opened-again', 'POST /recovery-code'],
    ]),
  ),
  ...all('reports-read', under('/api/manage/figures', ['GET ', 'GET /missing'])),
  ...all('exports', [
    'POST /api/manage/reports',
    'POST /api/manage/reports/pdfs',
    'POST /api/manage/exports/rows',
  ]),
  ...all('bundle-export', ['POST /api/manage/exports/bundles']),
  ...all('log-read', under('/api/manage/exports', ['GET /choices', 'GET /past'])),
  ...all('somebody', under('/api/manage/exports', ['GET /jobs', 'POST /cancelled', 'POST /tickets'])),
  ...all('ticket', [
    'GET /api/manage/exports/files/:ticket{[A-Za-z0-9_-]{43}}',
    'GET /api/manage/reports/files/:ticket{[A-Za-z0-9_-]{43}}',
  ]),
  ...all('settings', under('/api/manage', ['GET /settings', 'POST /settings'])),
  ...all('suggestions-read', ['GET /api/manage/suggestions']),
  ...all(
    'people',
    under('/api/manage/people', [
      ...['GET ', 'GET /suspects', 'GET /changes', 'GET /pair', 'GET /person', 'POST /retired'],
      ...['POST /returned', 'POST /removed', 'POST /merged', 'POST /told-apart', 'POST /put-back'],
      ...['POST /added', 'POST /changed', 'POST /leave', 'POST /photos', 'POST /badges'],
      ...['POST /badges/taken'],
    ]),
  ),
  ...all(
    'sessions-read',
    under('/api/manage/sessions', [
      ...['GET /choices', 'GET /people', 'GET /held', 'GET /not-held', 'GET /one/:session'],
    ]),
  ),
  ...all('log-read', under('/api/manage/log', ['GET /standing', 'GET /entries', 'GET /entries/:seq'])),
  ...all('verify', under('/api/manage/log', ['GET /check', 'POST /check', 'POST /check/cancelled'])),
  ...all('people', under('/api/manage/imports', importing)),
  ...all('schedule', under('/api/manage/schedule/imports', importing)),
  ...all(
    'schedule',
    under('/api/manage/schedule', [
      ...['GET /days', 'POST /sessions', 'POST /changed', 'POST /cancelled', 'POST /back'],
    ]),
  ),
]);

/** What a wall view asks for; all else answers a second display with 401. */
export const ofTheWall: ReadonlySet<string> = new Set([
  ...['GET /wall', 'GET /favicon.ico', 'GET /api/wall', 'GET /api/wall/live'],
  'GET /photos/:name{[0-9a-f]{64}\\.webp}',
]);
