namespace AbuseDesk.Evidence;

/// <summary>
/// What an image is, measured from its bytes: media type (image/png, image/jpeg, image/webp), pixels as shown
/// (a camera's turn applied), and whether it is an animation, of which the first frame counts.
/// </summary>
public sealed record ImageFacts(string MediaType, int Width, int Height, bool Animated);
