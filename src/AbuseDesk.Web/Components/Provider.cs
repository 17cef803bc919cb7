using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AbuseDesk.Web.Components;

/// <summary>What the pages say about the provider: its name and where to write to, from brand.yml.</summary>
public sealed record Provider
{
    public string Name { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string AbuseEmail { get; init; } = "";

    /// <exception cref="DeskException">The file is missing or has no name.</exception>
    public static Provider Read(string templatesFolder)
    {
        var file = Path.Combine(templatesFolder, "brand.yml");
        if (!File.Exists(file)) throw new DeskException($"{file} is missing; it says who the provider is.");
        var brand = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<Provider?>(File.ReadAllText(file));
        return brand is { Name.Length: > 0 } ? brand : throw new DeskException($"{file} has no name; add \"name: …\".");
    }
}
