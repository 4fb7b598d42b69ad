import { Hono } from 'hono';
import type { Device } from '../services/device.ts';
import { importing } from './importing.ts';

/** Lists of people, and files of FHIR with people in them, for whoever manages the roster. */
export const importsRoutes = (device: Device) =>
  new Hono().route('/manage/imports', importing(device, { kind: 'people', permission: 'people' }));
