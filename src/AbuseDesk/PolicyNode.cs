using System.Globalization;
using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AbuseDesk;

/// <summary>
/// A mapping in a policy file (YAML) that people edit. Every error names the file, the line and the key. Keys that
/// nobody asks for are errors too (<see cref="Done"/>): a misspelt key must not silently change nothing.
/// </summary>
public sealed class PolicyNode
{
    private readonly string file;
    private readonly string path;
    private readonly YamlMappingNode map;
    private readonly HashSet<string> asked = [];

    private PolicyNode(string file, string path, YamlMappingNode map) => (this.file, this.path, this.map) = (file, path, map);

    /// <summary>The keys as written, in their order.</summary>
    public IEnumerable<string> Keys => map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <exception cref="DeskException">Not YAML, or not a list of keys.</exception>
    public static PolicyNode Read(string yaml, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new PolicyNode(file, "", root)
                : throw new DeskException($"{file} holds no keys; compare it with the file that came with AbuseDesk.");
        }
        catch (YamlException error)
        {
            throw new DeskException($"{file}, line {error.Start.Line}: this is not YAML ({error.Message.TrimEnd('.')}).", error);
        }
    }

    /// <exception cref="DeskException">The file cannot be read.</exception>
    public static PolicyNode Load(string path)
    {
        try
        {
            return Read(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DeskException($"The policy {path} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }
    }

    public bool Has(string key) => Find(key) is not null;

    public bool IsMap(string key) => Find(key) is YamlMappingNode;

    public bool IsMapList(string key) => Find(key) is YamlSequenceNode { Children: [YamlMappingNode, ..] };

    public PolicyNode Map(string key) => Find(key) is YamlMappingNode found ? new PolicyNode(file, Name(key), found) : throw Wrong(key, "keys of its own");

    /// <summary>A list whose entries have keys of their own.</summary>
    public IReadOnlyList<PolicyNode> Maps(string key) => Find(key) is YamlSequenceNode list && list.All(node => node is YamlMappingNode)
        ? [.. list.Select((node, i) => new PolicyNode(file, $"{Name(key)}[{i + 1}]", (YamlMappingNode)node))]
        : throw Wrong(key, "a list of entries with keys");

    public string Text(string key) => Find(key) is YamlScalarNode { Value.Length: > 0 } found ? found.Value! : throw Wrong(key, "a text");

    /// <summary>A whole number, 0 or more.</summary>
    public int Number(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(key, "a whole number, 0 or more");

    public bool Flag(string key) => Has(key) && Text(key) switch { "true" => true, "false" => false, _ => throw Wrong(key, "true or false") };

    public T Word<T>(string key) where T : struct, Enum =>
        Words.TryParse<T>(Text(key), out var value) ? value : throw Wrong(key, OneOf<T>());

    public IReadOnlyList<T> WordList<T>(string key) where T : struct, Enum =>
        [.. Texts(key).Select(text => Words.TryParse<T>(text, out var value) ? value : throw Wrong(key, "a list of " + OneOf<T>()))];

    public IReadOnlyList<Duration> Spans(string key) => [.. Texts(key).Select(text => ReadSpan(key, text))];

    public Duration Span(string key) => ReadSpan(key, Text(key));

    /// <summary>To be called when all keys were asked for.</summary>
    public void Done()
    {
        var known = string.Join(", ", asked.Order(StringComparer.Ordinal));
        if (Keys.FirstOrDefault(key => !asked.Contains(key)) is { } unknown)
            throw new DeskException($"{At(unknown)} is not known; known here: {known}.");
    }

    public DeskException Wrong(string key, string wanted) =>
        new(Has(key) ? $"{At(key)} must be {wanted}." : $"{file}{Line(map)}: {Name(key)} is missing; it must be {wanted}.");

    private string At(string key) => $"{file}{Line(Find(key) ?? map)}: {Name(key)}";

    private static string Line(YamlNode node) => $", line {node.Start.Line}";

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private IEnumerable<string> Texts(string key) => Find(key) is YamlSequenceNode list && list.All(node => node is YamlScalarNode)
        ? list.Select(node => ((YamlScalarNode)node).Value ?? "")
        : throw Wrong(key, "a list in square brackets");

    private Duration ReadSpan(string key, string text) => AbuseDesk.Spans.Find(text) ?? throw Wrong(key, "a time such as 30m, 24h or 3d");

    private static string OneOf<T>() where T : struct, Enum => "one of " + string.Join(", ", Words.All<T>());
}
