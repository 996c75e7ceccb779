/** The styles that every page has, in the order in which they build on each other. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/type.css';
import './styles/layout.css';
import './styles/print.css';
