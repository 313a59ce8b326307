/** The questionnaires everybody finds when the simulator starts. All of them are invented. */

export interface Option {
	optionId: string;
	content: string;
	/** The question that follows when this was chosen, where it is not that of the question itself. */
	next?: string;
}

export interface Question {
	questionId: string;
	questionType: 'essay' | 'single' | 'multi' | 'voice' | 'voiceOperation';
	content: string;
	options: Option[];
	score: number;
	/** The question that follows; none is the end. */
	next?: string;
}

export interface Questionnaire {
	surveyId: string;
	questions: Question[];
}

export const questionnaires: Questionnaire[] = [
	{
		surveyId: '987654321',
		questions: [
			{
				questionId: '1001',
				questionType: 'single',
				content: 'Were you satisfied?',
				options: [
					{ optionId: '100101', content: 'Yes' },
					{ optionId: '100102', content: 'No', next: '1002' },
				],
				score: 0,
				next: '1003',
			},
			{
				questionId: '1002',
				questionType: 'essay',
				content: 'What went wrong?',
				options: [],
				score: 0,
				next: '1003',
			},
			{
				questionId: '1003',
				questionType: 'multi',
				content: 'What do you use?',
				options: [
					{ optionId: '100301', content: 'Telephone' },
					{ optionId: '100302', content: 'Internet' },
					{ optionId: '100303', content: 'Television' },
				],
				score: 0,
			},
		],
	},
	{
		surveyId: '987654322',
		questions: [
			{
				questionId: '2001',
				questionType: 'voice',
				content: 'Greet the customer.',
				options: [],
				score: 70,
				next: '2002',
			},
			{
				questionId: '2002',
				questionType: 'voiceOperation',
				content: 'Change the tariff.',
				options: [],
				score: 30,
			},
		],
	},
	// Leads round in circles, which nobody forbids who makes a questionnaire.
	{
		surveyId: '987654323',
		questions: [
			{
				questionId: '3001',
				questionType: 'essay',
				content: 'Anything else?',
				options: [],
				score: 0,
				next: '3001',
			},
		],
	},
];

/** Exams that CEC has had ended by the training system (8.6). */
export const exams = ['1247589060755793923'];
