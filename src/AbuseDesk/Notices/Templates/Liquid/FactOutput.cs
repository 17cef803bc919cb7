using System.Text.Encodings.Web;
using AbuseDesk.Notices.Templates.Words;
using Fluid;
using Fluid.Ast;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Prints a fact as a token; a fact without a value is an error, never an empty place in a notice.</summary>
internal sealed class FactOutput(Expression expression, string line) : Statement
{
    public const string Tokens = "tokens";

    public override async ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var value = await expression.EvaluateAsync(context);
        if (value.IsNil())
        {
            throw new DeskException(
                $"{line}: this variable has no value in this notice; put {{% if … %}} around the sentence, or complete the record.");
        }
        await writer.WriteAsync(((DataTokens)context.AmbientValues[Tokens]).Add(value.ToStringValue()));
        return Completion.Normal;
    }

    /// <summary>Puts these outputs in place of the parser's own.</summary>
    public sealed class Rewriter(IReadOnlyDictionary<OutputStatement, string> lines) : AstRewriter
    {
        protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
            new FactOutput(outputStatement.Expression, lines[outputStatement]);
    }
}
