import { sourceList } from '../../platform/browser/sources.ts';
import { payment } from './model.ts';

/** Payments due and made, from every ente. */
export const paymentsList = sourceList('payments', '/payments', payment);
