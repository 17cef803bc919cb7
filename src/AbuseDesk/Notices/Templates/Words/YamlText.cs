using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AbuseDesk.Notices.Templates.Words;

/// <summary>Reads YAML with snake-case keys; an unknown key is an error in one sentence.</summary>
internal static class YamlText
{
    /// <exception cref="DeskException">The text is no YAML, or has a key that the type does not know.</exception>
    public static T Read<T>(string display, string text, int linesBefore = 0)
        where T : new()
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            return reader.Deserialize<T?>(text) ?? new T();
        }
        catch (YamlException problem)
        {
            var said = (problem.InnerException ?? problem).Message.TrimEnd('.');
            throw new DeskException($"{display}, line {problem.Start.Line + linesBefore}: {Plain(said)}; correct this line.", problem);
        }
    }

    // the library names the .NET property and type; a person knows only the key
    private static string Plain(string said)
    {
        const string Unknown = "Property '";
        var start = said.IndexOf(Unknown, StringComparison.Ordinal);
        if (start < 0)
            return said;
        var rest = said[(start + Unknown.Length)..];
        var end = rest.IndexOf('\'', StringComparison.Ordinal);
        return end < 0 ? said : $"there is no key '{rest[..end]}' here";
    }
}
