using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Tests.Notices;

/// <summary>Templates of the source tree (not the copy beside the tests), and small ones made up by a test.</summary>
internal static class NoticeTexts
{
    public static string TemplatesFolder { get; } = Find();

    public static NoticeDocument Compile(NoticeFacts facts) =>
        NoticeCompiler.Compile(facts, new TemplateLibrary(TemplatesFolder).Get(facts.Kind, facts.Language));

    public static string Text(NoticeFacts facts) => PlainTextWriter.Write(Compile(facts));

    /// <summary>Compiles a body under an ordinary head.</summary>
    public static NoticeDocument CompileBody(string body, NoticeFacts? facts = null) =>
        NoticeCompiler.Compile(facts ?? SampleFacts.Suspension(), Parse(body));

    public static NoticeTemplate Parse(string body, string head = "kind: suspension\nlanguage: en\nname: Test\nsubject: Test") =>
        TemplateLibrary.Parse(
            "templates/notices/en/suspension.md",
            $"---\n{head}\n---\n{body}",
            "templates/notices/en/language.yml",
            File.ReadAllText(Path.Combine(TemplatesFolder, "notices/en/language.yml")));

    private static string Find()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "AbuseDesk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("AbuseDesk.sln");
        return Path.Combine(folder, "templates");
    }
}
