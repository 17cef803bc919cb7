using AbuseDesk.Notices.Facts;
using Fluid.Ast;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Finds the type of an expression, and throws on a name that the facts do not have.</summary>
internal sealed class ExpressionCheck(TemplateLines lines)
{
    public Type Check(Expression expression, TemplateScope scope) => expression switch
    {
        MemberExpression member => Member(member, scope),
        FilterExpression filter => Filter(filter, scope),
        LiteralExpression literal => literal.Value.Type == Fluid.Values.FluidValues.Number ? typeof(int) : typeof(string),
        BinaryExpression both => Both(both, scope),
        _ => throw Error("", "this expression is not available in notices; use variables, filters and comparisons"),
    };

    /// <summary>The line of the first variable of an expression checked before.</summary>
    public string LastLine { get; private set; } = lines.At(0);

    /// <summary>"measure.effective.provider.date": the variable at the start of an expression; else empty.</summary>
    public static string NameOf(Expression expression) => expression switch
    {
        MemberExpression member => string.Join('.', member.Segments.Select(Name)),
        FilterExpression filter => NameOf(filter.Input),
        _ => "",
    };

    private Type Member(MemberExpression expression, TemplateScope scope)
    {
        var names = expression.Segments.Select(Name).ToArray();
        var path = string.Join('.', names);
        LastLine = lines.Find(path);
        var type = scope.Find(names[0]) ?? throw Unknown(path, "", names[0], scope.Names());
        for (var i = 1; i < names.Length; i++)
        {
            var before = string.Join('.', names[..i]);
            type = FactSchema.Member(type, names[i])
                ?? throw Unknown(path, before + ".", names[i], FactSchema.Members(type).Select(member => member.Name));
        }
        return type;
    }

    private Type Filter(FilterExpression filter, TemplateScope scope)
    {
        var input = Check(filter.Input, scope);
        foreach (var parameter in filter.Parameters)
            Check(parameter.Expression, scope);
        if (NoticeFilters.ResultTypes.TryGetValue(filter.Name, out var result))
            return result(input);
        LastLine = lines.Find(filter.Name);
        var near = Suggestion.For(filter.Name, NoticeFilters.ResultTypes.Keys);
        throw Error(LastLine, $"there is no filter '{filter.Name}'" + DidYouMean(near));
    }

    private Type Both(BinaryExpression both, TemplateScope scope)
    {
        Check(both.Left, scope);
        Check(both.Right, scope);
        return typeof(bool);
    }

    private static string Name(MemberSegment segment) => segment switch
    {
        IdentifierSegment identifier => identifier.Identifier,
        _ => "[ ]",
    };

    private DeskException Unknown(string path, string before, string name, IEnumerable<string> known)
    {
        var near = Suggestion.For(name, known);
        return Error(LastLine, $"there is no variable '{path}'" + DidYouMean(near is null ? null : before + near));
    }

    private static string DidYouMean(string? near) =>
        near is null ? "; the list of names is in templates/README.md." : $"; did you mean '{near}'?";

    private DeskException Error(string line, string said) => new($"{(line.Length == 0 ? LastLine : line)}: {said}");
}
