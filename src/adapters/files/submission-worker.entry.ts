import { answerSubmission } from './answer-submission';
import { fileSubmissions } from './open-book';

/** The script of the worker in which the pane opens submitted files. */
answerSubmission(self, fileSubmissions);
