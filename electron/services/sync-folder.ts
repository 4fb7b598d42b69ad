export { syncFolder } from '../store/sync-folder.ts';
