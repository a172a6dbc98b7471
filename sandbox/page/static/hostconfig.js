// How Teams draws Adaptive Cards, as far as its host configuration is published: Segoe UI, Fluent's colours, its spacings.

const LIGHT = {
  text: "#242424", subtle: "#616161", accent: "#4f52b2", good: "#0b6a0b", warning: "#8a5700", attention: "#b10e1c",
  back: "#ffffff", emphasis: "#f5f5f5", goodBack: "#e7f2da", warningBack: "#fbeeda", attentionBack: "#fcedee", accentBack: "#ebebf9",
};
const DARK = {
  text: "#ffffff", subtle: "#c8c8c8", accent: "#a5a9f5", good: "#92c353", warning: "#f8d22a", attention: "#f7a3ab",
  back: "#292929", emphasis: "#363636", goodBack: "#2b3a1d", warningBack: "#473c18", attentionBack: "#4a2226", accentBack: "#34355c",
};

function foreground(c) {
  const pair = (main) => ({ default: main, subtle: c.subtle });
  return {
    default: pair(c.text), dark: pair(c.text), light: pair(c.subtle), accent: pair(c.accent),
    good: pair(c.good), warning: pair(c.warning), attention: pair(c.attention),
  };
}

export function hostConfig(dark) {
  const c = dark ? DARK : LIGHT;
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground(c) });
  return {
    fontFamily: '"Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? "#4a4a4a" : "#e0e0e0" },
    imageSizes: { small: 32, medium: 52, large: 100 },
    supportsInteractivity: true,
    containerStyles: {
      default: style(c.back), emphasis: style(c.emphasis), accent: style(c.accentBack),
      good: style(c.goodBack), warning: style(c.warningBack), attention: style(c.attentionBack),
    },
    inputs: {
      label: {
        inputSpacing: "none",
        requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "bolder" },
      },
      errorMessage: { color: "attention", weight: "bolder", spacing: "small" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 170 }, value: { wrap: true }, spacing: 12 },
    actions: {
      maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    },
  };
}
