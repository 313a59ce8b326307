import { done, entries, object, readAs } from '../../../cec/catalogue/answer';
import { decimal, pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { sqm } from '../../../cec/families/sqm';
import { byUser, lostQ, SQM } from './shared';

const PROFILES = `${SQM}/appraisescore`;

const id = pick('scoringProfiles', 'Scoring Profile').named('scoringProfileId').required();

const profile = {
	name: text('Name').required(),
	lower_bound: decimal('Lowest Score', 'No call gets less').named('lowestScore').required(),
	upper_bound: decimal('Highest Score', 'No call gets more').named('highestScore').startsAs(100).required(),
	base: decimal('Initial Score', 'The score with which every call begins; rules add to it and take from it').named('initialScore').startsAs(60).required(),
};

export const scoringProfile = resource('scoringProfile', 'Scoring Profile', sqm, {
	apply: operation('12.2.1.2', {
		name: 'Apply',
		action: 'Apply a scoring profile',
		description: 'Score calls by this profile from now on',
		request: `POST ${PROFILES}/applyAppraiseScore`,
		risk: 'write',
		headers: byUser,
		body: { id },
		answer: done(),
	}),

	create: operation('12.2.1.1', {
		name: 'Create',
		action: 'Create a scoring profile',
		description: 'Say between which scores calls are rated',
		request: `POST ${PROFILES}/createAppraiseScore`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether the profile exists.',
		headers: byUser,
		body: profile,
		answer: object(),
		errata: [
			{
				printed: 'appraisingscore in the heading, ccism/v1/appraisescor in the URL',
				sent: `${PROFILES}/createAppraiseScore`,
				why: 'The other interfaces on scoring profiles agree on it.',
			},
			{ printed: 'id as a number in the table, as a text in the sample', sent: 'as CEC gives it', why: 'Both can be handed on.' },
		],
	}),

	delete: operation('12.2.1.3', {
		name: 'Delete',
		action: 'Delete a scoring profile',
		request: `POST ${PROFILES}/removeAppraiseScore`,
		risk: 'destructive',
		headers: byUser,
		body: { id },
		answer: done('deleted'),
	}),

	getMany: operation('12.2.1.4', {
		name: 'Get Many',
		action: 'Get many scoring profiles',
		description: 'Get the profiles, and whether calls are scored by them',
		request: `POST ${PROFILES}/queryAppraiseScore`,
		risk: 'read',
		headers: byUser,
		body: {},
		page: byPage({ position: 'page', size: 'limit', first: 1, max: 10_000 }),
		answer: entries('fundamental_score', { with: ['using'], adds: { isApplied: readAs('using', (applied, { id: own }) => String(applied) === String(own)) } }),
		errata: [
			lostQ,
			{ printed: 'page as an offset', sent: 'page as the number of a page, from 1', why: 'The sample begins with 1, as do the other lists of the module.' },
		],
	}),

	update: operation('12.2.1.5', {
		name: 'Update',
		action: 'Update a scoring profile',
		description: 'Change a profile; all of its values are replaced',
		request: `POST ${PROFILES}/modifyAppraiseScore`,
		risk: 'write',
		headers: byUser,
		body: { id, ...profile },
		answer: done(),
	}),
});
