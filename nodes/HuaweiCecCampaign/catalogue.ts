import type { Resource } from '../../cec/catalogue/operation';
import { blocklist } from './resources/blocklist';
import { businessResult } from './resources/businessResult';
import { callerNumber } from './resources/callerNumber';
import { callLog } from './resources/callLog';
import { campaign } from './resources/campaign';
import { displayResult } from './resources/displayResult';
import { fileServer } from './resources/fileServer';
import { holiday } from './resources/holiday';
import { number, numberType } from './resources/number';
import { result } from './resources/result';
import { retryPolicy } from './resources/retryPolicy';
import { statistics } from './resources/statistics';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [
	campaign,
	number,
	result,
	statistics,
	retryPolicy,
	callerNumber,
	holiday,
	blocklist,
	numberType,
	businessResult,
	displayResult,
	fileServer,
	callLog,
];
