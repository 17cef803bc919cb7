using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>The story of the sample case, from <c>samples/social-network/story.yml</c>; every time is local to its zone.</summary>
internal sealed record Story
{
    public string Zone { get; init; } = "";

    public string Customer { get; init; } = "";

    public string Title { get; init; } = "";

    public StoryItems Items { get; init; } = new();

    public List<StoryPerson> Staff { get; init; } = [];

    public List<StoryStep> Steps { get; init; } = [];

    /// <summary>The folder that file names in the story are relative to.</summary>
    [YamlIgnore]
    public string Folder { get; init; } = "";

    public static Story Read(string folder)
    {
        var file = Path.Combine(folder, "story.yml");
        if (!File.Exists(file))
            throw new DeskException($"The sample case is not beside the program ({file} is missing); install AbuseDesk again.");
        var reader = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        return reader.Deserialize<Story>(File.ReadAllText(file)) with { Folder = folder };
    }

    public string PathOf(string file) => Path.GetFullPath(Path.Combine(Folder, file));
}

internal sealed record StoryItems
{
    public string File { get; init; } = "";

    public string Screenshots { get; init; } = "";

    public int FiledAfterMinutes { get; init; }

    public int UpheldAfterMinutes { get; init; }
}

internal sealed record StoryPerson
{
    public string Login { get; init; } = "";

    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public List<string> Roles { get; init; } = [];

    public string Email { get; init; } = "";

    public string Zone { get; init; } = "";
}

/// <summary>One act of the story; which members are set depends on <see cref="Do"/>.</summary>
internal sealed record StoryStep
{
    public string At { get; init; } = "";

    public string As { get; init; } = "";

    public string Do { get; init; } = "";

    public string File { get; init; } = "";

    public int Batch { get; init; }

    public string ActBy { get; init; } = "";

    public string AnswerBy { get; init; } = "";

    public List<string>? To { get; init; }

    public List<string>? Copies { get; init; }

    public string From { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Path { get; init; } = "";

    public string Effective { get; init; } = "";

    public string PreserveUntil { get; init; } = "";

    public string AcknowledgeBy { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Comment { get; init; } = "";

    public string Assignee { get; init; } = "";

    public List<StoryCriterion> Criteria { get; init; } = [];
}

internal sealed record StoryCriterion
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Question { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string Reason { get; init; } = "";
}
