import { cmsRoutes } from '../cms/serve';
import type { OwnRoute } from '../own-route';
import { campaigns } from './campaigns';
import { configuration } from './configuration';
import { dailyTotals } from './daily-totals';
import { groups } from './groups';
import { history } from './history';
import { missedCalls } from './missed-calls';

/** 12.3.2 to 12.3.5. */
export const statistics: OwnRoute[] = cmsRoutes([...history, ...missedCalls, ...dailyTotals, ...configuration, ...groups, ...campaigns]);
