/** The voices of the speech engine, wherever CEC speaks a text. */
export const VOICES = {
	cn_chengshuxing_common: 'Chengshuxing (Mature)',
	cn_kefuman_common: 'Kefuman (Customer Service)',
	cn_roumeiqian_common: 'Roumeiqian (Soft)',
	cn_tianmeiru_common: 'Tianmeiru (Sweet)',
	cn_ziranzhen_common: 'Ziranzhen (Natural)',
};
