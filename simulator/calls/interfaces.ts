import type { Interface } from '../interface';
import { callResults } from './call-results';
import { calledInfo } from './called-info';
import { notifications } from './notifications';
import { callRecords } from './records';
import { softphones } from './softphones';
import { twoPartyCalls } from './two-party';
import { voiceFiles } from './voice-files';
import { workbench } from './workbench';

/** 6.2, chapter 14 and chapter 18. */
export const callInterfaces: Interface[] = [
	...twoPartyCalls,
	...callRecords,
	...callResults,
	...softphones,
	...calledInfo,
	...notifications,
	...voiceFiles,
	...workbench,
];
