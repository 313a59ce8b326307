import { done, object, parsed } from '../../../cec/catalogue/answer';
import { choice, integer, section } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { campaignGone, isales } from '../../../cec/families/isales';
import { neverRetry, retriesByResult, rulesByNumberType } from './campaignFields';
import { ofCampaign, V1 } from './shared';

export const retryPolicy = resource('retryPolicy', 'Retry Policy', isales, {
	set: operation('7.1.10', {
		name: 'Set',
		action: 'Set the retry policy of a campaign',
		description: 'Replace how numbers that failed are tried again',
		request: `POST ${V1}/retryPolicy/{campaignId}`,
		risk: 'write',
		path: ofCampaign,
		body: {
			policyType: choice('Retry Policy', { 0: 'Same for All Numbers', 1: 'By Number Type' }).named('retryPolicyType').startsAs(0).required(),
			policyJson: section({
				type: choice('Retry Rule', { 0: 'Attempts', 1: 'By Result' }).named('retryRuleType').startsAs(0).required(),
				retryDay: integer('Days', 'On how many days a number is tried').between(1, 5).startsAs(1).when({ type: [0] }).required(),
				retryTimes: integer('Attempts a Day').between(1, 6).startsAs(1).when({ type: [0] }).required(),
				policy: retriesByResult.named('resultRetry').when({ type: [1] }).required(),
				noRetryPolicy: neverRetry,
			})
				.asJsonList()
				.when({ policyType: [0] }),
			policyByNumberType: rulesByNumberType.wire('policyJson').named('policyJson').when({ policyType: [1] }).required(),
		},
		answer: done(),
		codes: { '0200-01': campaignGone['0200007'] },
		errata: [
			{
				printed: 'policy as an object, in samples b and d as one without brackets',
				sent: 'a list of results, in real JSON with double quotes',
				why: 'The table calls it a JSON text by results; the scan lost brackets, and single quotes are no JSON.',
			},
			{
				printed: 'one section for policyJson with noRetryPolicy inside',
				sent: 'noRetryPolicy beside type in policyJson, only for a policy that is the same for all numbers',
				why: 'The table puts it there and forbids it for policyType 1.',
			},
		],
	}),

	get: operation('7.1.11', {
		name: 'Get',
		action: 'Get the retry policy of a campaign',
		request: `GET ${V1}/retryPolicy/{campaignId}`,
		risk: 'read',
		path: ofCampaign,
		answer: object('data', { adds: { rules: parsed('policyJson'), rulesByBusinessResult: parsed('busiPolicy') } }),
	}),
});
