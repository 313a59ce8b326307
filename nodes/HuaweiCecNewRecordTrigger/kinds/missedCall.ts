import { choices, picks } from '../../../cec/catalogue/field';
import { mediaTypes, subMediaTypes } from '../../../cec/families/ctiCodes';
import { missedCall as resource } from '../../HuaweiCecStatistics/resources/missedCall';
import { isAmong, type Kind } from './kind';

/** Calls are kept by when they began to wait, and show when they have ended. */
export const missedCall: Kind = {
	name: 'Missed Call',
	description: 'A call that nobody has answered',
	list: resource.operations.getMany,
	fields: {
		accessCodes: picks('calledNumbers', 'Access Code Names or IDs', 'Only calls to these numbers'),
		channels: choices('Channels', subMediaTypes, 'Only multimedia chats of these channels'),
		media: choices('Media', mediaTypes, 'Only calls of these kinds'),
	},
	watch: { hours: 2, most: 48, hint: 'Hours after it began to wait in which a missed call is found. It shows when it has ended, and CEC may be late.' },
	requests: (_given, { begin, end }) => [{ beginTime: begin, endTime: end }],
	// One that moves on to another queue may be missed twice.
	keysOf: ({ callId, waitBegin, callerNo }) => [[callId, waitBegin, callerNo]],
	timeOf: ({ waitedFrom }) => waitedFrom,
	fits: ({ calleeNo, mediaType, subMediaType }, given) =>
		isAmong(given.accessCodes, calleeNo) && isAmong(given.media, mediaType) && isAmong(given.channels, subMediaType),
};
