/** What is wrong with the settings of a trigger, and what to do; shown when the workflow is activated. */
export interface SettingsProblem {
	message: string;
	advice: string;
}
