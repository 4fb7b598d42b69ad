import * as z from 'zod';

/** What the events of the device are made of, and who may cause them. */

export const count = z.int().min(0);
export const seq = z.int().min(1);
export const day = z.iso.date();
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
export const settingName = z.string().regex(/^[a-z][A-Za-z]{0,31}$/);
/** The value of a setting in few signs: numbers, codes, ids, times of day; nothing that somebody typed. */
export const settingText = z.string().regex(/^[A-Za-z0-9:,_.-]{1,200}$/);
/** From one time of day to another, with an en dash: “07:00–15:00”. */
export const shiftText = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d–(?:[01]\d|2[0-3]):[0-5]\d$/u);
export const none = z.strictObject({});
export const nothing = { ids: none, data: none };

export const administrator = ['command-line'] as const;
export const device = ['system'] as const;
/** A team member at the device: by their badge, or by their name and PIN. */
export const caregiver = ['bedside', 'badge'] as const;
/** Whoever signed in, or has the operating system in hand: nothing of this is done from the bedside. */
export const manager = ['command-line', 'signed-in'] as const;
export const managerOrDevice = ['command-line', 'signed-in', 'system'] as const;
export const whoever = ['bedside', 'command-line', 'system', 'signed-in'] as const;
