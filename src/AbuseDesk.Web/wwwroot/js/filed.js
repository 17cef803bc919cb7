import { forgetDrafts } from "./draft.js";

forgetDrafts();
