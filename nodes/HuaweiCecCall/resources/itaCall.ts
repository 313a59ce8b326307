import { done } from '../../../cec/catalogue/answer';
import { dateTime, fromCredential, integer, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ita } from '../../../cec/families/ita';

const TIME = 'yyyyMMddHHmmss';
const at = (label: string, hint?: string) => dateTime(label, hint).as(TIME).inUtc();

export const itaCall = resource('itaCall', 'Partner Network Call (ITA)', ita, {
	report: operation('6.2.13', {
		name: 'Report',
		action: 'Report a call of a partner network',
		description: 'Tell CEC how a call ended that a partner network (ITA) has connected; only such a partner can do this',
		request: 'POST /apiaccess/rest/cc-management/v1/ita/twopartiescall/statusnotify',
		risk: 'write',
		body: {
			callID: text('Call ID', 'Unique; the recording is fetched by it').required(),
			remark: text('Tenant ID', 'The tenant space for which the call was made').required(),
			appKey: fromCredential('appKey', 'string'),
			telA: text('Agent Phone', 'The number that called'),
			telX: text('Service Number', 'The number over which the call went'),
			telB: text('Customer Phone', 'The number that was called'),
			calledDisplay: text('Displayed to Customer', 'The number that the customer saw'),
			startTime: at('Started', 'When the call was begun'),
			callerAnswerTime: at('Agent Answered'),
			calledAnswerTime: at('Customer Answered'),
			finishTime: at('Ended'),
			callDuration: integer('Duration', 'Seconds, from the moment both talked').min(0).asText(),
			releaseCause: text('Release Cause', 'Number of the reason why the call ended'),
		},
		answer: done(),
		findOut: 'Reporting a call again does no harm when CEC knows it by its ID; look with Call > Get Many for type "Partner Network (ITA)".',
		errata: [
			{
				printed: 'calledDisplay in the table, calleeDisplay in the sample',
				sent: 'calledDisplay',
				why: 'The table describes it.',
			},
			{
				printed: 'callDuration as a string in the table, as a number in the sample',
				sent: 'a string',
				why: 'The table gives the type.',
			},
			{
				printed: 'times without a zone',
				sent: 'times in UTC',
				why: 'In the sample the call begins eight seconds before X-Sdk-Date, which is UTC.',
			},
			{
				printed: 'the signature is explained in another document',
				sent: 'SDK-HMAC-SHA256 of Huawei\'s public API gateway over AppKey, Content-Type, Host and X-Sdk-Date',
				why: 'The headers of the sample are those of that scheme.',
			},
		],
	}),
});
