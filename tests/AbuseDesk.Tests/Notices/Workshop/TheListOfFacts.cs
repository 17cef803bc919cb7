using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Workshop;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Workshop;

/// <summary>The list of variables in templates/README.md is written from the facts themselves: their types, their docstrings and the sample.</summary>
public sealed partial class TheListOfFacts
{
    private const string Begin = "<!-- facts -->\n";
    private const string End = "<!-- /facts -->";

    [Test]
    public void Every_variable_stands_in_the_README_with_its_type_a_sentence_and_an_example()
    {
        var path = Path.Combine(NoticeTexts.TemplatesFolder, "README.md");
        var readme = File.ReadAllText(path);
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        var list = Write();
        var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "facts.received.md");
        if (readme[from..to] != list) File.WriteAllText(received, list);

        Assert.That(readme[from..to] == list, Is.True, $"The facts changed; put {received} between the two marks of {path}.");
    }

    [Test]
    public void No_variable_is_without_a_sentence() =>
        Assert.That(Groups().SelectMany(group => Members(group.Type).Where(member => Sentence(member).Length == 0).Select(member => $"{group.Type.Name}.{member.Name}")), Is.Empty);

    private static string Write()
    {
        var text = new StringWriter { NewLine = "\n" };
        foreach (var (type, name, samples) in Groups())
        {
            text.WriteLine($"\n#### {(type == typeof(NoticeFacts) ? "The notice" : $"`{name}`")}\n");
            text.WriteLine("| variable | type | what | example |\n|---|---|---|---|");
            foreach (var member in Members(type))
                text.WriteLine($"| `{(name.Length == 0 ? "" : name + ".")}{Snake(member.Name)}` | {TypeName(member.PropertyType)} | {Cell(Sentence(member))} | {Cell(Example(member, samples))} |");
        }
        return text.ToString();
    }

    // each type once, under the first name by which a template reaches it
    private static List<(Type Type, string Name, IReadOnlyList<object> Samples)> Groups()
    {
        var found = new List<(Type Type, string Name, IReadOnlyList<object> Samples)>();
        var waiting = new Queue<(Type, string, IReadOnlyList<object>)>([(typeof(NoticeFacts), "", [.. Kinds().Select(kind => SampleNotice.Facts(new(kind, "en")))])]);
        while (waiting.TryDequeue(out var next))
        {
            var (type, name, samples) = next;
            if (found.Any(group => group.Type == type)) continue;
            found.Add(next);
            foreach (var member in Members(type))
            {
                var values = samples.Select(member.GetValue).OfType<object>();
                var element = Element(Plain(member.PropertyType));
                if (!IsGroup(element ?? Plain(member.PropertyType))) continue;
                if (element is not null) values = values.SelectMany(value => ((IEnumerable)value).Cast<object>().Take(3));
                var reached = element is not null ? Singular(Snake(member.Name)) : name.Length == 0 ? Snake(member.Name) : $"{name}.{Snake(member.Name)}";
                waiting.Enqueue((element ?? Plain(member.PropertyType), reached, [.. values]));
            }
        }
        return found;
    }

    // the suspension has the fullest record: it comes first
    private static IEnumerable<NoticeKind> Kinds() => Enum.GetValues<NoticeKind>().OrderBy(kind => kind != NoticeKind.Suspension);

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType != typeof(Instant) && property.GetCustomAttributes().All(attribute => attribute.GetType().Name != "InternalFactAttribute"))
        .OrderBy(property => property.MetadataToken);

    private static string Example(PropertyInfo member, IReadOnlyList<object> samples)
    {
        var value = samples.Select(member.GetValue).FirstOrDefault(one => one is not null and not "" and not ICollection { Count: 0 });
        return value switch
        {
            null => Quoted(Sentence(member)),
            string text => text,
            bool yes => yes ? "true" : "false",
            Enum name => Snake(name.ToString()),
            IFormattable number when !IsGroup(Plain(member.PropertyType)) && value is not IEnumerable => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable many when Element(Plain(member.PropertyType)) is { } element && !IsGroup(element) => string.Join(", ", many.Cast<object>().Take(3).Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))),
            Moment or MomentInZones => Quoted(Sentence(member)),
            _ => "",
        };
    }

    // where the sample has no value, the docstring begins with one
    private static string Quoted(string sentence) => Beginning().Match(sentence) is { Success: true } match ? match.Groups[1].Value : "";

    private static string Sentence(PropertyInfo member)
    {
        var type = member.DeclaringType!;
        foreach (var source in Sources.Value)
        {
            foreach (Match declared in Declared(type.Name).Matches(source))
            {
                var end = NextType().Match(source, declared.Index + declared.Length) is { Success: true } next ? next.Index : source.Length;
                var match = Regex.Match(source[declared.Index..end], $@"/// <summary>(?<said>(?:(?!/// <summary>).)*?)</summary>\s*(?:///[^\n]*\n\s*|\[[^\]]*\]\s*)*public (?:required )?[^\n;{{=(]*\b{member.Name}\b\s*(?:\{{|=>|\n)", RegexOptions.Singleline);
                if (match.Success) return Tidy(match.Groups["said"].Value);
            }
            var primary = Regex.Match(source, $@"(?<doc>(?:\s*///[^\n]*\n)+)public sealed (?:partial )?record {type.Name}\([^)]*\b{member.Name}\b");
            if (primary.Success) return Tidy(Regex.Match(primary.Groups["doc"].Value, $@"<param name=""{member.Name}"">(.*?)</param>", RegexOptions.Singleline) is { Success: true } own ? own.Groups[1].Value : Regex.Match(primary.Groups["doc"].Value, "<summary>(.*?)</summary>", RegexOptions.Singleline).Groups[1].Value);
        }
        return "";
    }

    private static string Tidy(string said) =>
        Regex.Replace(Regex.Replace(Regex.Replace(said, @"\n\s*///", " "), @"<(?:see|paramref) \w+=""(?:\w+\.)*(\w+)""\s*/>", match => Snake(match.Groups[1].Value)), @"\s+", " ").Trim();

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
        [.. Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "src", "AbuseDesk", "Notices", "Facts")), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);

    private static string TypeName(Type type)
    {
        var plain = Plain(type);
        var name = plain switch
        {
            _ when Element(plain) is { } element => $"list of {(IsGroup(element) ? Article(element) : TypeName(element))}",
            { IsEnum: true } => "name",
            _ when plain == typeof(string) => "text",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(int) || plain == typeof(decimal) => "number",
            _ when plain == typeof(Moment) => "instant in a zone",
            _ when plain == typeof(MomentInZones) => "promised instant",
            _ => "group",
        };
        return name;
    }

    private static string Article(Type element) => element == typeof(Moment) ? "instants" : "groups";

    private static bool IsGroup(Type type) => type.Namespace == typeof(NoticeFacts).Namespace && !type.IsEnum;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type? Element(Type type) => type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static string Singular(string name) => name switch
    {
        "items_by_number" => "item",
        "batches" => "batch",
        "criteria" => "criterion",
        "terms" => "version",
        "next_steps" => "next",
        _ => name.EndsWith('s') ? name[..^1] : name,
    };

    private static string Snake(string name) => Regex.Replace(name, "(?<=.)([A-Z])", "_$1").ToLowerInvariant();

    private static string Cell(string text) => (text.Length > 160 ? text[..157] + "…" : text).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace('\u00a0', ' ');

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static Regex Declared(string type) => new($@"^public sealed (?:partial )?record {type}\b", RegexOptions.Multiline);

    [GeneratedRegex(@"^public sealed (?:partial )?(?:record|class) |^public (?:static class|enum) ", RegexOptions.Multiline)]
    private static partial Regex NextType();

    [GeneratedRegex(@"^\[?""([^""]+)""")]
    private static partial Regex Beginning();
}
