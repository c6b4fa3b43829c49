package org.yangguang.engagement.web;

import org.jspecify.annotations.Nullable;
import org.yangguang.engagement.Interpretation;
import org.yangguang.topic.TopicMaterial.Piece;

/** An interpretation as a list shows it. */
public record InterpretationView(
        Interpretation link, Piece piece, @Nullable Piece explained) {}
