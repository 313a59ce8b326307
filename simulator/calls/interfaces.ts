import type { Interface } from '../interface';
import { calledInfo } from './called-info';
import { notifications } from './notifications';
import { callRecords } from './records';
import { softphones } from './softphones';
import { twoPartyCalls } from './two-party';
import { voiceFiles } from './voice-files';
import { workbench } from './workbench';

/** 6.2 and chapter 14. */
export const callInterfaces: Interface[] = [
	...twoPartyCalls,
	...callRecords,
	...softphones,
	...calledInfo,
	...notifications,
	...voiceFiles,
	...workbench,
];
