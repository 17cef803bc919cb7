using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace AbuseDesk.Notices.Facts;

/// <summary>Facts as JSON: what a version of a notice was made from, kept as evidence beside it.</summary>
public static class FactsText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // what is computed from the facts is computed again, not kept
        IgnoreReadOnlyProperties = true,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new MomentText() },
    };

    public static string Write(NoticeFacts facts) => JsonSerializer.Serialize(facts, Json);

    /// <exception cref="DeskException">The text is not the facts of a notice.</exception>
    public static NoticeFacts Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<NoticeFacts>(text, Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new DeskException("The facts kept with this notice cannot be read by this version of AbuseDesk.", e);
        }
    }

    private sealed class MomentText : JsonConverter<Moment>
    {
        public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.GetString() ?? "").Split(' ');
            return parts is [var instant, var zone, var language] && InstantPattern.ExtendedIso.Parse(instant) is { Success: true } parsed
                ? new Moment(parsed.Value, zone, language)
                : throw new JsonException("A moment is written as instant, zone and language.");
        }

        public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{InstantPattern.ExtendedIso.Format(value.Instant)} {value.ZoneId} {value.Language}");
    }
}
