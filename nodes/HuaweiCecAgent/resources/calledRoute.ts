import { done, entries, nameOf } from '../../../cec/catalogue/answer';
import { choice, pick, picks, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { ccManagement } from '../../../cec/families/ccManagement';

const TARGET = { 1: 'Skill Queue', 3: 'IVR Flow' };
const MEDIA_TYPE = {
	2: 'Voice Click-to-Call',
	5: 'Voice and Video',
	18: 'Video Click-to-Call',
	19: 'Video',
	53: 'Multimedia',
};
const SUB_MEDIA_TYPE = {
	1: 'Web',
	2: 'WhatsApp',
	3: 'LINE',
	4: 'WeChat',
	5: 'Facebook Messenger',
	6: 'Twitter',
	7: '5G Message',
	8: 'Email',
};
const EDITABLE = { 0: 'Edit and Delete', 1: 'Delete Only', 2: 'Edit Only', 3: 'Neither' };

const target = {
	devicetype: choice('Target Type', TARGET, 'Where calls go').named('deviceType').required().startsAs(1),
	deviceId: pick('skillQueues', 'Skill Queue')
		.asInteger()
		.named('skillId')
		.when({ devicetype: [1] })
		.oneOfSeveral()
		.required(),
	deviceIdOfFlow: pick('ivrFlows', 'IVR Flow')
		.asInteger()
		.wire('deviceId')
		.named('ivrFlowId')
		.when({ devicetype: [3] })
		.oneOfSeveral()
		.required(),
};

export const calledRoute = resource('calledRoute', 'Called Route', ccManagement, {
	create: operation('5.3.2', {
		name: 'Create',
		action: 'Create a called route',
		description: 'Send the calls to an access code to a skill queue or an IVR flow',
		request: 'POST /apiaccess/rest/cc-management/v1/calledRoute/createCalledRoute',
		risk: 'write',
		findOut: 'Look with "Get Many" whether the route exists.',
		body: {
			accessCode: pick('accessCodes', 'Access Code', 'The number that customers dial').required().max(32),
			extCode: text('Extended Code', 'Digits after the access code, so that one number can lead to several targets').max(12),
			mediaTypeId: choice('Media Type', MEDIA_TYPE, 'Must suit the access code, and be that of the skill queue').startsAs(5),
			...target,
		},
		check: ({ mediaTypeId, devicetype }) =>
			Number(mediaTypeId) === 53 && Number(devicetype) === 3 ? 'A multimedia access code cannot lead to an IVR flow' : undefined,
		answer: done(),
	}),

	delete: operation('5.3.3', {
		name: 'Delete',
		action: 'Delete called routes',
		description: 'Delete any number of called routes',
		request: 'POST /apiaccess/rest/cc-management/v1/calledRoute/deleteCalledRoute',
		risk: 'destructive',
		body: {
			dnids: picks('routeNumbers', 'Called Route Names or IDs', 'Route numbers: "dnid" of "Get Many", not its ID').joinedBy(',').required().min(1),
		},
		batch: { list: 'dnids', from: 'entries', size: 1000, as: 'dnid', noun: ['called route', 'called routes'] },
		// A part that could not be deleted is told in a text only, behind the code of success.
		failure: ({ data }) => {
			const content = String((data as Record<string, unknown> | undefined)?.content ?? '');
			return content.includes('Failed:') ? `Not all routes were deleted. ${content}` : undefined;
		},
		answer: done('deleted'),
	}),

	update: operation('5.3.4', {
		name: 'Update',
		action: 'Update a called route',
		description: 'Give a called route another target',
		request: 'POST /apiaccess/rest/cc-management/v1/calledRoute/modifyCalledRoute',
		risk: 'write',
		body: { id: pick('calledRoutes', 'Called Route', 'The ID that "Get Many" returns, not its "dnid"').named('routeId').required(), ...target },
		answer: done(),
	}),

	getMany: operation('5.3.5', {
		name: 'Get Many',
		action: 'Get many called routes',
		request: 'POST /apiaccess/rest/cc-management/v1/calledRoute/queryCalledRoute',
		risk: 'read',
		body: {
			accessCode: text('Access Code'),
			extCode: text('Extended Code'),
			devicetype: choice('Target Type', TARGET).named('deviceType'),
			deviceDesc: text('Target Name', 'Name of the skill queue or IVR flow, or a part of it'),
			mediatypeId: choice('Media Type', MEDIA_TYPE).named('mediaTypeId'),
		},
		page: byOffset({ max: 100, total: 'data.total' }),
		answer: entries('data.calledRouteList', {
			adds: {
				targetTypeName: nameOf('devicetype', TARGET),
				mediaTypeName: nameOf('mediatypeId', MEDIA_TYPE),
				subMediaTypeName: nameOf('subMediaTypeId', SUB_MEDIA_TYPE),
				editableName: nameOf('editable', EDITABLE),
			},
		}),
		errata: [
			{
				printed: 'mediaTypeId in the table, mediatypeId in the sample and in the answer',
				sent: 'mediatypeId',
				why: 'The sample and the answer agree, and so does 5.3.1.',
			},
		],
	}),
});
