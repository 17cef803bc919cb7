using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>A piece of Liquid, checked against the facts when it is parsed.</summary>
internal sealed class LiquidText
{
    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = CreateOptions();
    private readonly IFluidTemplate template;
    private readonly string display;

    /// <param name="display">Name of the file for people.</param>
    /// <param name="text">The Liquid.</param>
    /// <param name="linesBefore">Lines of the file before the text.</param>
    /// <exception cref="DeskException">The Liquid cannot be read, or names something that the facts do not have.</exception>
    public LiquidText(string display, string text, int linesBefore)
    {
        this.display = display;
        if (!Parser.TryParse(text, out var parsed, out var error))
            throw new DeskException($"{display}{Sentence(error, linesBefore)}");
        var check = new TemplateCheck(new TemplateLines(display, text, linesBefore));
        check.Check(((IStatementList)parsed).Statements);
        template = new FactOutput.Rewriter(check.OutputPlaces).VisitTemplate(parsed);
    }

    /// <summary>The text with a token for every fact.</summary>
    public string Render(NoticeFacts facts, LanguageFile language, DataTokens tokens)
    {
        var context = new TemplateContext(facts, Options) { MaxSteps = TemplateLimits.Steps(facts.Items.Count) };
        context.AmbientValues[NoticeFilters.Language] = language;
        context.AmbientValues[FactOutput.Tokens] = tokens;
        var text = new BoundedText(display, TemplateLimits.Output(facts.Items.Count));
        try
        {
            template.RenderAsync(text, NullEncoder.Default, context).AsTask().GetAwaiter().GetResult();
        }
        catch (InvalidOperationException endless) when (endless.Message.Contains("maximum", StringComparison.Ordinal))
        {
            throw new DeskException($"{display}: it takes more than {context.MaxSteps:N0} steps and was stopped; put fewer loops inside each other.", endless);
        }
        return text.ToString();
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            StrictFilters = true,
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = member => FactSchema.SnakeCase(member.Name) },
        };
        options.ValueConverters.Add(value => value is Enum name ? new StringValue(FactSchema.SnakeCase(name.ToString())) : null);
        NoticeFilters.AddTo(options);
        return options;
    }

    // the parser counts lines from the start of the text, people from the start of the file
    private static string Sentence(string error, int linesBefore)
    {
        var match = System.Text.RegularExpressions.Regex.Match(error, @"^(?<said>[^\r\n]*?) at \((?<line>\d+):(?<column>\d+)\)");
        return match.Success
            ? $", line {int.Parse(match.Groups["line"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + linesBefore}, column {match.Groups["column"].Value}: {match.Groups["said"].Value}; correct the Liquid there."
            : $": {error.ReplaceLineEndings(" ")}; correct the Liquid there.";
    }
}
