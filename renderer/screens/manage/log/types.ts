/** The kinds of entries that can be looked for, in the order in which they are offered. */
export const offeredTypes = [
  ...(['session-opened', 'session-closed', 'participant-joined', 'participant-left'] as const),
  ...(['round-opened', 'round-ended', 'introduction-recorded', 'introduction-withdrawn'] as const),
  ...(['round-reopened', 'recall-answered', 'unlocked', 'unlock-failed', 'access-granted'] as const),
  ...(['access-withdrawn', 'person-changed', 'people-imported', 'schedule-imported'] as const),
  ...(['settings-changed', 'exported', 'report-made', 'log-read', 'person-sought'] as const),
  ...(['checkpoint-shared', 'checked', 'backed-up', 'purged', 'kiosk-started', 'kiosk-crashed'] as const),
  ...(['clock-jumped'] as const),
] as const;

/** Who can have acted, in the order in which they are offered. */
export const offeredActors = [
  ...(['bedside', 'badge', 'signed-in', 'command-line', 'system', 'simulator'] as const),
] as const;
