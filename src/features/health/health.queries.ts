import { sourceList } from '../../platform/browser/sources.ts';
import { healthAccess } from './model.ts';

/** The way into the health record. */
export const healthList = sourceList('health', '/health', healthAccess);
