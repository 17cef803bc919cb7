namespace AbuseDesk.Web.Pages;

/// <summary>What is wrong with a form, field by field: each sentence stands beside what it is about.</summary>
public sealed class Mistakes
{
    private readonly Dictionary<string, string> sentences = [];

    public bool Any => sentences.Count > 0;

    public int Count => sentences.Count;

    public string? At(string field) => sentences.GetValueOrDefault(field);

    /// <summary>The first sentence about a field is kept.</summary>
    public void Add(string field, string sentence) => sentences.TryAdd(field, sentence);

    /// <summary>Reads a field; a sentence of the desk's is kept beside it.</summary>
    public T? Try<T>(string field, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DeskException wrong)
        {
            Add(field, wrong.Message);
            return default;
        }
    }
}
