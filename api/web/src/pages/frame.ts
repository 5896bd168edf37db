/** What every page runs: nothing yet but the mark that scripts work. */
document.documentElement.classList.add("scripted");
