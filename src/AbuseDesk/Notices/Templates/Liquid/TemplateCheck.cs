using AbuseDesk.Notices.Facts;
using Fluid.Ast;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>
/// Checks a whole template against the names of the facts, the branches that a given notice does not take included,
/// and remembers the place of every output.
/// </summary>
internal sealed class TemplateCheck(TemplateLines lines)
{
    private readonly ExpressionCheck expressions = new(lines);

    /// <summary>Where each output stands.</summary>
    public Dictionary<OutputStatement, OutputPlace> OutputPlaces { get; } = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="DeskException">A variable or filter is unknown, or a tag is not available in notices.</exception>
    public void Check(IReadOnlyList<Statement> statements) => Check(statements, new TemplateScope(typeof(NoticeFacts)));

    private void Check(IEnumerable<Statement> statements, TemplateScope scope)
    {
        foreach (var statement in statements)
            Check(statement, scope);
    }

    private void Check(Statement statement, TemplateScope scope)
    {
        switch (statement)
        {
            case TextSpanStatement or CommentStatement or NoOpStatement:
                break;
            case OutputStatement output:
                Output(output, scope);
                break;
            case AssignStatement assign:
                scope.Add(assign.Identifier, expressions.Check(assign.Value, scope));
                break;
            case IfStatement choice:
                expressions.Check(choice.Condition, scope);
                Check(choice.Statements, scope);
                foreach (var other in choice.ElseIfs)
                {
                    expressions.Check(other.Condition, scope);
                    Check(other.Statements, scope);
                }
                Check(choice.Else?.Statements ?? [], scope);
                break;
            case UnlessStatement unless:
                expressions.Check(unless.Condition, scope);
                Check(unless.Statements, scope);
                Check(unless.Else?.Statements ?? [], scope);
                break;
            case ForStatement loop:
                Loop(loop, scope);
                break;
            case CaseStatement cases:
                Cases(cases, scope);
                break;
            default:
                throw new DeskException(
                    $"{expressions.LastLine} or after it: a tag stands here that notices do not have; use if, unless, case, for and assign.");
        }
    }

    private void Output(OutputStatement output, TemplateScope scope)
    {
        var type = expressions.Check(output.Expression, scope);
        var name = ExpressionCheck.NameOf(output.Expression);
        if (!FactSchema.Prints(type))
        {
            throw new DeskException(
                $"{expressions.LastLine}: a {(FactSchema.Element(type) is null ? "group of facts" : "list")} cannot be printed; name a member of it or use a filter such as list.");
        }
        OutputPlaces[output] = new(expressions.LastLine, name);
    }

    private void Loop(ForStatement loop, TemplateScope scope)
    {
        var source = expressions.Check(loop.Source, scope);
        var element = FactSchema.Element(source)
            ?? throw new DeskException($"{expressions.LastLine}: a loop needs a list.");
        var inner = scope.Inner();
        inner.Add(loop.Identifier, element);
        inner.Add("forloop", typeof(FactSchema.ForLoop));
        Check(loop.Statements, inner);
        Check(loop.Else?.Statements ?? [], scope);
    }

    private void Cases(CaseStatement cases, TemplateScope scope)
    {
        expressions.Check(cases.Expression, scope);
        foreach (var when in cases.Whens)
        {
            foreach (var option in when.Options)
                expressions.Check(option, scope);
            Check(when.Statements, scope);
        }
        Check(cases.Else?.Statements ?? [], scope);
    }
}
