/** What the interfaces of tickets and tasks share. */
import { byOffset } from '../../../cec/catalogue/paging';

export const SERVICE = '/service/AICC__Case/1.0.0/openapi';

/** A list that has `count` rows in all. */
export const startAndLimit = byOffset({ position: 'start', max: 100, total: 'result.count' });
