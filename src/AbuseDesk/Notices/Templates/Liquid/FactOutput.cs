using System.Text.Encodings.Web;
using AbuseDesk.Notices.Templates.Words;
using Fluid;
using Fluid.Ast;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Where an output stands ("templates/notices/en/suspension.md, line 41, column 7") and the variable that it prints.</summary>
internal sealed record OutputPlace(string At, string Name);

/// <summary>Prints a fact as a token; a fact without a value is an error, never an empty place in a notice.</summary>
internal sealed class FactOutput(Expression expression, OutputPlace place) : Statement
{
    public const string Tokens = "tokens";

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var value = await ValueAsync(context);
        if (value.IsNil())
            throw NoValue();
        await writer.WriteAsync(((DataTokens)context.AmbientValues[Tokens]).Add(value.ToStringValue()));
        return Completion.Normal;
    }

    private async ValueTask<Fluid.Values.FluidValue> ValueAsync(TemplateContext context)
    {
        try
        {
            return await expression.EvaluateAsync(context);
        }
        catch (DeskException e)
        {
            throw new DeskException($"{place.At}: '{place.Name}': {e.Message}", e);
        }
    }

    private DeskException NoValue() =>
        new($"{place.At}: '{place.Name}' has no value in this notice; put {{% if … %}} around the sentence, or complete the record.");

    /// <summary>Puts these outputs in place of the parser's own.</summary>
    public sealed class Rewriter(IReadOnlyDictionary<OutputStatement, OutputPlace> places) : AstRewriter
    {
        protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
            new FactOutput(outputStatement.Expression, places[outputStatement]);
    }
}
